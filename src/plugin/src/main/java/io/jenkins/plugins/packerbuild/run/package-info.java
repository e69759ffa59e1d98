/** One session on behalf of a Jenkins build: what the steps and the build step do the same way. */
@NullMarked
package io.jenkins.plugins.packerbuild.run;

import org.jspecify.annotations.NullMarked;
