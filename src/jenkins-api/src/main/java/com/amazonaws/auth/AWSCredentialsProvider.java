package com.amazonaws.auth;

/** Signature: aws-java-sdk (version 1). */
public interface AWSCredentialsProvider {}
