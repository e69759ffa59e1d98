package com.cloudbees.jenkins.plugins.awscredentials;

import com.amazonaws.auth.AWSCredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Signature: aws-credentials. */
public interface AmazonWebServicesCredentials
        extends StandardCredentials, AwsCredentialsProvider, AWSCredentialsProvider {}
