package org.triviumcrm.support.presence;

/**
 * One of the windows in which somebody has a ticket before them. Requests overtake each other: the last "I am still here" may arrive
 * after "I am gone", so each carries its turn, and what comes with an older one than is known changes nothing.
 *
 * @param id made up by the page, {@value #LONGEST} characters at most, anything longer is cut
 * @param turn counts up within the window
 */
public record Window(String id, long turn) {

    private static final int LONGEST = 40;

    public Window {
        id = id.length() > LONGEST ? id.substring(0, LONGEST) : id;
    }
}
