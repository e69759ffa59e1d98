/** What a build leaves behind: images and files. */
@NullMarked
package io.jenkins.plugins.packerbuild.engine.artifact;

import org.jspecify.annotations.NullMarked;
