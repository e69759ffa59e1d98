/** What a user may set, the same for the steps and for the build step. */
@NullMarked
package io.jenkins.plugins.packerbuild.options;

import org.jspecify.annotations.NullMarked;
