/** Holds the finished packer-build.hpi to what Jenkins expects of a plugin. */
@NullMarked
package io.jenkins.plugins.packerbuild.packaging;

import org.jspecify.annotations.NullMarked;
