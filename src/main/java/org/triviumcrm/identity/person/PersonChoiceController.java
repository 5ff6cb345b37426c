package org.triviumcrm.identity.person;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.settings.Settings;

/** Answers pickers of people: whom the viewer may put in charge of a record of a type, by what is typed. */
@RestController
class PersonChoiceController {

    private static final int MOST = 20;

    private final People people;

    PersonChoiceController(People people) {
        this.people = people;
    }

    @GetMapping("/people/choices")
    List<Settings.Option> choices(
            @RequestParam String type, @RequestParam(required = false) @Nullable String q, Viewer viewer) {
        return people.choices(viewer, type, q, MOST).stream()
                .map(person -> new Settings.Option(Long.toString(person.id()), person.name()))
                .toList();
    }
}
