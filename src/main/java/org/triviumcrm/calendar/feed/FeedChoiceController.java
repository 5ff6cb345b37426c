package org.triviumcrm.calendar.feed;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.triviumcrm.identity.Viewer;

/** Makes the address of one's feed, which is shown once, and takes it back. */
@Controller
@RequestMapping("/account/calendar/feed")
class FeedChoiceController {

    private static final String PAGE = "redirect:/account/calendar";

    private final FeedService feeds;

    FeedChoiceController(FeedService feeds) {
        this.feeds = feeds;
    }

    @PostMapping
    String make(@RequestParam FeedTasks tasks, Viewer viewer, RedirectAttributes after) {
        String token = feeds.make(viewer, tasks);
        after.addFlashAttribute(
                "feedAddress",
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/calendar/feed/" + token + ".ics")
                        .toUriString());
        return PAGE;
    }

    @PostMapping("/removal")
    String remove(Viewer viewer, RedirectAttributes after) {
        feeds.switchOff(viewer);
        after.addFlashAttribute("notice", "calendar.feed.removed");
        return PAGE;
    }
}
