/** Lines of the build log, coloured by builder at the moment when somebody looks at them. */
@NullMarked
package io.jenkins.plugins.packerbuild.console;

import org.jspecify.annotations.NullMarked;
