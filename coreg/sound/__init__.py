"""What is heard: tones for closed eyes, when each of them sounds, and the child process that plays them.

Knows nothing of the rest of coreg and no Textual: a course of phases comes in as plain numbers and words.
"""
