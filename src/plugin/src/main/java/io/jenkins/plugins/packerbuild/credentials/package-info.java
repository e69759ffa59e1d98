/**
 * Which credential goes to which builder or template variable: found in Jenkins, in the scope that the build has, and
 * masked in every line. What a Jenkins type is not needed for is in classes without one.
 */
@NullMarked
package io.jenkins.plugins.packerbuild.credentials;

import org.jspecify.annotations.NullMarked;
