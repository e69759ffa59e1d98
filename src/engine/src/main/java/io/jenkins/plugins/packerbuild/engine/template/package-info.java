/** Packer templates: their text, their problems, their interpolation. */
@NullMarked
package io.jenkins.plugins.packerbuild.engine.template;

import org.jspecify.annotations.NullMarked;
