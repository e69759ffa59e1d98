/** What the plugin's class files need of Jenkins: written down in linkage.txt, and looked up in Jenkins' real jars. */
@NullMarked
package io.jenkins.plugins.packerbuild.linkage;

import org.jspecify.annotations.NullMarked;
