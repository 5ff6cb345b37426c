package org.triviumcrm.survey;

import java.util.List;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.PermissionSource;

/** What roles can allow with surveys. */
@Component
class SurveyPermissions implements PermissionSource {

    @Override
    public List<String> permissions() {
        return List.of("survey.survey.view", "survey.survey.manage", "survey.survey.export");
    }

    /** Surveys belong to the company, and their answers to whoever sees the customer. */
    @Override
    public List<String> recordTypes() {
        return List.of();
    }
}
