package org.triviumcrm.marketing.people;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.search.Search;
import org.triviumcrm.shared.web.Option;

/** Finds people to choose from. */
@Service
public class PeopleService {

    private static final int CHOICES = 7;

    private final PeopleRepository people;
    private final Search search;
    private final MessageSource messages;

    PeopleService(PeopleRepository people, Search search, MessageSource messages) {
        this.people = people;
        this.search = search;
        this.messages = messages;
    }

    /** Customers, contacts and leads that the viewer sees, found by what was typed; values as {@link Who} reads them. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<Option> find(Viewer viewer, @Nullable String typed) {
        List<Option> found = new ArrayList<>();
        for (PersonKind kind : PersonKind.values()) {
            String word = messages.getMessage("marketing.participant.kind." + kind, null, viewer.locale());
            search.choices(viewer, kind.noun(), typed == null ? "" : typed, CHOICES)
                    .forEach(hit -> found.add(new Option(kind.noun() + ":" + hit.id(), hit.text() + " · " + word)));
        }
        return found;
    }

    /** What somebody is called; null when the viewer does not see them. */
    @SignedIn
    @Transactional(readOnly = true)
    public @Nullable String name(Viewer viewer, Who who) {
        return viewer.can(who.kind().permission()) ? people.name(viewer, who.kind(), who.id()) : null;
    }
}
