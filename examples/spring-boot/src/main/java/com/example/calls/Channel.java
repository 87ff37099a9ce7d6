package com.example.calls;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** The one channel that is served. */
@ConfigurationProperties("calls")
record Channel(String workspace, String channel, String accessKey) {

    boolean is(String workspaceId, String channelId) {
        return workspace.equalsIgnoreCase(workspaceId) && channel.equalsIgnoreCase(channelId);
    }
}
