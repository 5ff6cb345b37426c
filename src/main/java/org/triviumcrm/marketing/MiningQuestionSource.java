package org.triviumcrm.marketing;

import java.util.List;
import java.util.Locale;
import org.triviumcrm.identity.Viewer;

/** What a module knows of customers' yes and no. What they do at all is known from {@code CustomerAttributes} already. */
public interface MiningQuestionSource {

    /** Those that this viewer may ask; one with the key of a behaviour takes its place. */
    List<MiningQuestion> questions(Viewer viewer, Locale locale);
}
