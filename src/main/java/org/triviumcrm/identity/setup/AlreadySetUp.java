package org.triviumcrm.identity.setup;

/** There is a first person already: the first run is over for good. */
class AlreadySetUp extends RuntimeException {

    private static final long serialVersionUID = 1;
}
