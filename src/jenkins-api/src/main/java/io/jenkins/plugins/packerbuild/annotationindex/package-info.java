/** Writes the text indexes of annotations that Jenkins reads; its own processor for them is not on Maven Central. */
package io.jenkins.plugins.packerbuild.annotationindex;
