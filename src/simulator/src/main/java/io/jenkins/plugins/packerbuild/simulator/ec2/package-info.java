/** A simulated EC2, with the few STS and IAM calls that go with it. */
@NullMarked
package io.jenkins.plugins.packerbuild.simulator.ec2;

import org.jspecify.annotations.NullMarked;
