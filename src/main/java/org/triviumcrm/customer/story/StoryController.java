package org.triviumcrm.customer.story;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.triviumcrm.identity.Viewer;

/** Everything that happened with a customer: a part of the customer's page that can be asked for by kind and day. */
@Controller
class StoryController {

    private final StoryService stories;

    StoryController(StoryService stories) {
        this.stories = stories;
    }

    /** @param before where the part before has ended */
    @GetMapping("/customers/{customerId:\\d+}/story")
    String part(
            @PathVariable long customerId,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
            @RequestParam(required = false) @Nullable String before,
            Viewer viewer,
            Model model) {
        model.addAttribute("story", stories.of(viewer, customerId, kind, until, before));
        model.addAttribute("customerId", customerId);
        model.addAttribute("until", until);
        return before == null ? "customer/story/part" : "customer/story/part :: lines";
    }
}
