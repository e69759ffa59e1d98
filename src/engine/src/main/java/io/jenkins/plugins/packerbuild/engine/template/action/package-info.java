/** The part of Go's template language that Packer's templates use: what stands between double braces. */
@NullMarked
package io.jenkins.plugins.packerbuild.engine.template.action;

import org.jspecify.annotations.NullMarked;
