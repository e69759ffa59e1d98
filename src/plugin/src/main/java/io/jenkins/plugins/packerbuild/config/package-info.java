/** Settings of the whole Jenkins and of its folders: the lists <i>Packer credentials</i>, and what every build starts with. */
@NullMarked
package io.jenkins.plugins.packerbuild.config;

import org.jspecify.annotations.NullMarked;
