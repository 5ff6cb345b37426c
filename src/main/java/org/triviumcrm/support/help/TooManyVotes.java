package org.triviumcrm.support.help;

/** More votes from one place than people give. */
public class TooManyVotes extends RuntimeException {

    private static final long serialVersionUID = 1;
}
