package io.jenkins.plugins.packerbuild.credentials;

import io.jenkins.plugins.packerbuild.session.SessionException;
import java.util.Optional;

/** A place in which credentials are looked up: a port to Jenkins. */
interface Vault {

    /** The place in words: {@code job 'images/base'}. */
    String place();

    /**
     * Finds one. Empty when there is none, or when it must not be used from here: nobody is told which.
     *
     * @throws SessionException when it is there and cannot be read
     */
    Optional<CredentialValue> find(String credentialsId) throws SessionException;
}
