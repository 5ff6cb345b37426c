package org.triviumcrm.marketing.people;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Option;

/** Typed search for people of whichever kind. */
@Controller
class PeopleController {

    private final PeopleService people;

    PeopleController(PeopleService people) {
        this.people = people;
    }

    /** Whom one can add: customers, contacts and leads. */
    @GetMapping("/marketing/people")
    @ResponseBody
    List<Option> find(@RequestParam(required = false) @Nullable String q, Viewer viewer) {
        return people.find(viewer, q);
    }
}
