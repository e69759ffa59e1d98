package com.cloudbees.jenkins.plugins.sshcredentials;

import com.cloudbees.plugins.credentials.common.StandardUsernameCredentials;

/** Signature: ssh-credentials. */
@Deprecated
public interface SSHUser extends StandardUsernameCredentials {}
