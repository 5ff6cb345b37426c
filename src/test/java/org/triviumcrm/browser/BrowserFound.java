package org.triviumcrm.browser;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips browser tests where there is no Chromium, except where {@code CI=true} says that there must be one. */
class BrowserFound implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (SystemBrowser.program().isPresent()) {
            return ConditionEvaluationResult.enabled("Chromium found");
        }
        String reason = "No Chromium found: install one, or name it with -Dtrivium.test.browser=<path>";
        if (Boolean.parseBoolean(System.getenv("CI"))) {
            throw new IllegalStateException(reason);
        }
        return ConditionEvaluationResult.disabled(reason);
    }
}
