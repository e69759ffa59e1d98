/** What exists in a cloud because of us, and must go. */
@NullMarked
package io.jenkins.plugins.packerbuild.engine.ledger;

import org.jspecify.annotations.NullMarked;
