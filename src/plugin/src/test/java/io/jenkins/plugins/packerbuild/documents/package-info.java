/** Holds documents and examples to the code: what they say of steps and options must exist. */
@NullMarked
package io.jenkins.plugins.packerbuild.documents;

import org.jspecify.annotations.NullMarked;
