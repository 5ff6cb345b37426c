package org.triviumcrm.identity;

/**
 * A part of the addresses whose visitors sign in apart from the people of the company: its sessions have a cookie of their own, which
 * the browser sends nowhere else. Implemented by modules above.
 */
public interface SignInArea {

    /** The address that all others of it lie below, such as {@code /portal}. */
    String path();

    /** What its cookie is called. */
    String cookie();
}
