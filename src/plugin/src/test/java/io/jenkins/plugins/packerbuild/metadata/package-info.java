/** Tests of what a Jenkins build remembers. */
@NullMarked
package io.jenkins.plugins.packerbuild.metadata;

import org.jspecify.annotations.NullMarked;
