package org.triviumcrm.identity.signin;

import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.DemoData;

/**
 * The demo people that the sign-in page names, so that one can look around as each of them. They sign in with the
 * password that was chosen for them at the first run, so nothing is given away; and as soon as real colleagues work here, the page
 * names nobody any more.
 */
@Component
class DemoGuests {

    private final CredentialRepository credentials;
    private final List<DemoData.Guest> guests;

    DemoGuests(CredentialRepository credentials, ObjectProvider<DemoData> demo) {
        this.credentials = credentials;
        this.guests = demo.stream().flatMap(data -> data.guests().stream()).toList();
    }

    List<DemoData.Guest> in(Locale language) {
        if (guests.isEmpty()) {
            return guests;
        }
        List<String> there = credentials.amongThemselves(
                guests.stream().map(DemoData.Guest::signInName).toList());
        return guests.stream()
                .filter(guest -> there.contains(guest.signInName()))
                .filter(guest -> guest.language().getLanguage().equals(language.getLanguage()))
                .toList();
    }
}
