package io.jenkins.plugins.packerbuild.simulator.ec2;

/** A refusal in AWS's words. */
final class Ec2Error extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    Ec2Error(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    /** A refusal of the request itself, status 400. */
    static Ec2Error of(String code, String message) {
        return new Ec2Error(400, code, message);
    }

    static Ec2Error missing(String parameter) {
        return of("MissingParameter", "The request must contain the parameter " + parameter);
    }

    static Ec2Error invalidValue(String value, String parameter) {
        return of("InvalidParameterValue", "Invalid value '" + value + "' for " + parameter + ".");
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
