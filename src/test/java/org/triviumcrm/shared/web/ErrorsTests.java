package org.triviumcrm.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;

import jakarta.servlet.RequestDispatcher;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** The page for what goes wrong, as the server calls it. */
@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class ErrorsTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Test
    void aFaultOfOursHasANumberThatStandsInTheLogWithItsCause(CapturedOutput log) throws Exception {
        String page = mvc.perform(error(500)
                        .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/customers/42")
                        .requestAttr(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("the disk is gone")))
                .andExpect(content().string(not(containsString("the disk is gone"))))
                .andReturn()
                .getResponse()
                .getContentAsString();

        Matcher number = Pattern.compile("<code>([0-9a-f]{8})</code>").matcher(page);
        assertThat(number.find()).isTrue();
        assertThat(log)
                .contains("Error " + number.group(1) + " at /customers/42")
                .contains("IllegalStateException: the disk is gone");
    }

    @Test
    void aScriptIsToldTheNumberAsWell() throws Exception {
        mvc.perform(error(500).header("HX-Request", "true"))
                .andExpect(header().string("X-Problem", containsString("It%20is%20not%20your%20fault")));
    }

    @ParameterizedTest
    @CsvSource({
        "400, This did not work, 操作未成功",
        "403, Not allowed, 没有权限",
        "404, Nothing here, 页面不存在",
        "409, Somebody was faster, 记录已被他人修改"
    })
    void eachKindHasItsWords(int status, String english, String chinese) throws Exception {
        mvc.perform(error(status)).andExpect(content().string(containsString(english)));
        mvc.perform(error(status).locale(Locale.SIMPLIFIED_CHINESE))
                .andExpect(content().string(containsString(chinese)));
    }

    /** Except where the fault may lie in the way itself. */
    @Test
    void whoIsSignedInKeepsTheWayToEverythingElse() throws Exception {
        RequestPostProcessor signedIn = Accounts.signedIn(accounts.administrator());
        mvc.perform(error(404).with(signedIn)).andExpect(content().string(containsString("href=\"/account\"")));
        mvc.perform(error(500).with(signedIn)).andExpect(content().string(not(containsString("href=\"/account\""))));
        mvc.perform(error(404)).andExpect(content().string(not(containsString("href=\"/account\""))));
    }

    private static MockHttpServletRequestBuilder error(int status) {
        return get("/error").requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status);
    }
}
