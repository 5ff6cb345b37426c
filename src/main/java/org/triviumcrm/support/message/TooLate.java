package org.triviumcrm.support.message;

/** A reply has left already, or is somebody else's. */
public class TooLate extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooLate() {
        super("The reply can't be taken back any more");
    }
}
