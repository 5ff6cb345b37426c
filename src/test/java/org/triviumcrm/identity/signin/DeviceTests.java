package org.triviumcrm.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class DeviceTests {

    @ParameterizedTest
    @CsvSource({
        "0:0:0:0:0:0:0:1, ::1",
        "0:0:0:0:0:0:0:0, ::",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:db8:0:0:1:0:0:0, 2001:db8:0:0:1::",
        "fe80:0:0:0:1:2:3:4%eth0, fe80::1:2:3:4%eth0",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "10:0:20:30:40:50:60:70, 10:0:20:30:40:50:60:70",
        "::1, ::1",
        "127.0.0.1, 127.0.0.1",
        "not an address, not an address"
    })
    void anAddressIsWrittenShort(String address, String shown) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        assertThat(Device.of(request).address()).isEqualTo(shown);
    }

    @Test
    void whatIsTooLongIsCut() {
        assertThat(Device.cut("a\nb" + "c".repeat(200), 10)).isEqualTo("a bccccccc");
    }
}
