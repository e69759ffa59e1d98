package com.cloudbees.jenkins.plugins.sshcredentials;

import com.cloudbees.plugins.credentials.common.StandardUsernameCredentials;

/** Signature: ssh-credentials. */
public abstract class SSHAuthenticator<C, U extends StandardUsernameCredentials> {}
