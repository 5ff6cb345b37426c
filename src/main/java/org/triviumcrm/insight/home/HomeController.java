package org.triviumcrm.insight.home;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.triviumcrm.identity.Viewer;

/** Where everybody starts. */
@Controller
class HomeController {

    private final HomeService home;

    HomeController(HomeService home) {
        this.home = home;
    }

    @GetMapping("/")
    String page(Viewer viewer, Model model) {
        model.addAttribute("home", home.page(viewer));
        return "insight/home/page";
    }
}
