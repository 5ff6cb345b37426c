package org.triviumcrm.identity;

/** What stands on the papers of the company, for modules that make papers. */
public interface Letterheads {

    /** With the company's name where nothing else was chosen. */
    Letterhead current();
}
