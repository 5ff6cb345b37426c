package org.triviumcrm.customer.contact;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Option;

/** What pickers about contacts offer: contacts, and people to put in charge of one. */
@RestController
class ContactChoiceController {

    private final ContactService contacts;
    private final People people;

    ContactChoiceController(ContactService contacts, People people) {
        this.contacts = contacts;
        this.people = people;
    }

    @GetMapping("/contacts/choices")
    List<Option> choices(@RequestParam(required = false) @Nullable String q, Viewer viewer) {
        return contacts.choices(viewer, q);
    }

    /** Whom the viewer may put in charge of a contact. */
    @GetMapping("/contacts/owners")
    List<Option> owners(@RequestParam(required = false) @Nullable String q, Viewer viewer) {
        return people.choices(viewer, "contact", q, 20).stream()
                .map(person -> new Option(person.id(), person.name()))
                .toList();
    }
}
