/** The Pipeline steps: the only place that knows Pipeline. */
@NullMarked
package io.jenkins.plugins.packerbuild.step;

import org.jspecify.annotations.NullMarked;
