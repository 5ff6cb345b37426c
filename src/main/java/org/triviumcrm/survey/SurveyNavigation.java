package org.triviumcrm.survey;

import java.util.List;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.web.NavigationEntry;
import org.triviumcrm.shared.web.NavigationSource;

/** The places of surveys. */
@Component
class SurveyNavigation implements NavigationSource {

    @Override
    public List<NavigationEntry> entries() {
        return List.of(
                new NavigationEntry("surveys", "customers", "/surveys", "clipboard-check", 340, "survey.survey.view"));
    }

    @Override
    public List<NavigationEntry> creations() {
        return List.of(new NavigationEntry(
                "survey", "customers", "/surveys/new", "clipboard-check", 60, "survey.survey.manage"));
    }
}
