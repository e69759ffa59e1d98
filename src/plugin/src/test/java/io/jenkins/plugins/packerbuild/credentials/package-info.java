/** What needs no Jenkins: precedence, fields, sentences, masking. */
@NullMarked
package io.jenkins.plugins.packerbuild.credentials;

import org.jspecify.annotations.NullMarked;
