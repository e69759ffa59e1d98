/** Tests of the colours of the build log. */
@NullMarked
package io.jenkins.plugins.packerbuild.console;

import org.jspecify.annotations.NullMarked;
