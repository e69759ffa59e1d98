/** The build step of freestyle jobs. */
@NullMarked
package io.jenkins.plugins.packerbuild.freestyle;

import org.jspecify.annotations.NullMarked;
