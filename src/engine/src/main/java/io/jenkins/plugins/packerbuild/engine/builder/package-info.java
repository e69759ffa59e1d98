/** The port that every builder type implements. */
@NullMarked
package io.jenkins.plugins.packerbuild.engine.builder;

import org.jspecify.annotations.NullMarked;
