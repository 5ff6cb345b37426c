package org.triviumcrm.sales.exit;

/** Makes a passage without having asked anybody: for a test that must find it. */
public class ForgedPassage {

    Passage forge() {
        return new Passage(Exit.WIN, 1);
    }
}
