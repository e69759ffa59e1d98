/** Makes a file on the machine that builds: the builder {@code file}. */
@NullMarked
package io.jenkins.plugins.packerbuild.engine.builder.file;

import org.jspecify.annotations.NullMarked;
